"""One run on many machines: the workers of a Dask cluster convert, this process reads, writes and records."""
