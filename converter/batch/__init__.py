"""Many files: what is to be done (``plan``), done one by one (``run``), and what came of it (``report``)."""
