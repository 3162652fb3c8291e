// Package desk serves the notices of one folder to the browser of the person who sits at the machine:
// to drop files in, to check and correct what was extracted, to take away ledgers and calendars.
//
// It listens on 127.0.0.1 alone, on a port and with a token of its own, and answers nobody who does not have the token:
// the browser gets it with the first address and keeps it as a cookie that no other site can use. Requests under another
// name than the address (DNS rebinding) and from other origins are refused, and so is every name of a file that leads out of the
// folder. Nothing is loaded from elsewhere, nothing is sent anywhere, and nothing but the folder is written.
//
// A correction is written when it is made, whole or not at all. So there is nothing to be saved at the end, which comes with
// the end of the context or when the last page of the browser has been closed.
package desk
