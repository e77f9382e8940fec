"""`python -m lintwords` is the command."""

import sys

from lintwords.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
