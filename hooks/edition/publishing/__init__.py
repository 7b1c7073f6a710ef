"""Publishing: the files beside the pages, and what makes a site fit to be served."""
