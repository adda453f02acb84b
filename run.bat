@echo off
rem Starts Thana Desk from this checkout on Windows; run.ps1 does the work.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0run.ps1" %*
exit /b %ERRORLEVEL%
