"""The version of the converter, as it stands in every output."""

__version__ = "0.1.0"
