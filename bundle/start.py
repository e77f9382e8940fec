"""The program as PyInstaller starts it: also the helpers that it starts of itself."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the arguments of this process, as a command or as a helper."""
    multiprocessing.freeze_support()  # ends here in a helper that judges files
    if sys.argv[1:2] == ["-c"]:  # there is no Python beside it that could read PDF files
        from lintwords.readers.pdf import pages

        if sys.argv[2:] == [pages.START]:
            pages.serve()
            return 0
    from lintwords.cli.start import main

    return main()


if __name__ == "__main__":
    sys.exit(main())
