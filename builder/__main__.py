"""Run the command line as ``python -m builder``."""

from builder.cli.main import main

if __name__ == "__main__":
    main()
