@echo off
rem Starts Hermes on the first Java 25 or newer among JAVA_HOME, the JDK of the build and the java on the PATH.
rem HERMES_JAVA_OPTS adds options for the JVM, e.g. HERMES_JAVA_OPTS=-Xmx8g.
setlocal
set "needed=25"
set "java="
set "home=%~dp0.."

if defined JAVA_HOME call :try_jdk "%JAVA_HOME%"
if not defined java if exist "%home%\lib\jdk.path" for /f "usebackq delims=" %%j in ("%home%\lib\jdk.path") do call :try_jdk "%%j"
if not defined java call :try_path
if not defined java (
    echo hermes: Java %needed% or newer is needed and neither JAVA_HOME nor the PATH leads to one. Maybe install a JDK %needed% and set JAVA_HOME to its folder.>&2
    exit /b 3
)

rem Classes that were archived when Hermes was built make it start in half the time.
set "archive="
if exist "%home%\lib\hermes.jsa" set archive="-XX:SharedArchiveFile=%home%\lib\hermes.jsa"

set "kind=command"
if "%~1" == "" set "kind=window"
if "%~1" == "open" set "kind=window"

"%java%" "@%home%\lib\java.options" "@%home%\lib\%kind%.options" %archive% %HERMES_JAVA_OPTS% -jar "%home%\lib\hermes-app.jar" %*
exit /b %errorlevel%

rem Takes the JDK in a folder if the release file there tells a version that is new enough, e.g. JAVA_VERSION="25.0.1".
:try_jdk
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version=0"
for /f "usebackq tokens=1,2 delims==." %%a in ("%~1\release") do if "%%a" == "JAVA_VERSION" set version=%%b
set version=%version:"=%
if %version% geq %needed% set "java=%~1\bin\java.exe"
exit /b 0

rem Takes the java on the PATH if it tells such a version itself, e.g. openjdk version "25.0.1" 2025-10-21.
:try_path
where /q java || exit /b 0
set "version=0"
for /f "tokens=3 delims=. " %%v in ('java -version 2^>^&1 ^| findstr /c:" version "') do set version=%%v
set version=%version:"=%
if %version% geq %needed% set "java=java"
exit /b 0
