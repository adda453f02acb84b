"""`python -m thana_desk`: without a command the window, else the command line."""

import sys

from thana_desk.app import main

if __name__ == "__main__":
    sys.exit(main())
