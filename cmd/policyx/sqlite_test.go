package main

import _ "modernc.org/sqlite" // so that the tests run what the keeper runs
