# Starts Thana Desk from this checkout on Windows; makes it able to run first, if it is not.
# The same lock as everywhere; set_up.done names the lock that stands in the environment.
# Fonts: Windows brings Nirmala UI, which carries both scripts.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $MyInvocation.MyCommand.Path
$venv = Join-Path $root '.venv'
$python = Join-Path $venv 'Scripts\python.exe'
$lock = Join-Path $root 'requirements.lock'
$done = Join-Path $venv 'set_up.done'
$unfinished = Join-Path $venv 'set_up.unfinished'

function Say([string] $text) { [Console]::Error.WriteLine("Thana Desk set-up: $text") }

function Stands {
    if (-not (Test-Path $python) -or -not (Test-Path $done) -or (Test-Path $unfinished)) { return $false }
    return (Get-Content $done -Raw).Trim() -eq (Get-FileHash $lock -Algorithm SHA256).Hash
}

function Set-Up {
    if (Test-Path $unfinished) {
        Say 'an earlier set-up was cut off; building .venv again'
        Remove-Item $venv -Recurse -Force
    }
    if (-not (Test-Path $python)) {
        if (-not (Get-Command py -ErrorAction SilentlyContinue)) {
            Say 'Python 3.11 was not found. Install Python 3.11 (64-bit, with the py launcher) and start again.'
            exit 1
        }
        Say 'making .venv'
        New-Item $venv -ItemType Directory -Force | Out-Null
        New-Item $unfinished -ItemType File -Force | Out-Null
        & py -3.11 -m venv $venv
        if ($LASTEXITCODE -ne 0) { Say 'py -3.11 could not make an environment.'; exit 1 }
    }
    New-Item $unfinished -ItemType File -Force | Out-Null
    Say 'fetching Python packages (requirements.lock); the first time takes a few minutes'
    & $python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all: -r $lock 2>&1 |
        ForEach-Object { [Console]::Error.WriteLine("  $_") }
    if ($LASTEXITCODE -ne 0) {
        Say 'the packages could not be fetched. Check the network or the proxy (pip config list), then start again.'
        exit 1
    }
    Set-Content $done (Get-FileHash $lock -Algorithm SHA256).Hash
    Remove-Item $unfinished
    Say 'ready'
}

if (-not (Stands)) {
    # One set-up at a time: the second waits, then finds everything done.
    $alone = New-Object System.Threading.Mutex($false, 'ThanaDeskSetUp')
    [void] $alone.WaitOne()
    try { if (-not (Stands)) { Set-Up } } finally { $alone.ReleaseMutex() }
}
$env:PYTHONPATH = $root
& $python -P -m thana_desk @args
exit $LASTEXITCODE
