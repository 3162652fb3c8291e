@echo off
rem Beside policyx.exe. A double-click opens the folder of notices beside it in the browser; what is dropped onto this
rem file, or sent to it, gets a page and a ledger beside it. The program has a window of its own, which says where and
rem waits for Enter.
rem
rem Explorer puts no path in quotes that has no blank, though cmd divides at other signs as well: what was dropped is
rem therefore taken from the command line of this window, as it is. Only ASCII stands here, which all code pages share.
setlocal EnableExtensions DisableDelayedExpansion
set "program=%~dp0policyx.exe"
set given=%*
setlocal EnableDelayedExpansion
if "!cmdcmdline!"=="" goto typed
set "dropped=!cmdcmdline:*%~nx0" =!"
if "!dropped!"=="!cmdcmdline!" goto typed
start "" "!program!" !dropped:~0,-1!
exit

:typed
start "" "!program!" !given!
