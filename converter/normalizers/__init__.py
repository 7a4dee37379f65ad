"""Small pure functions from value to value: dates, names, addresses, languages, keys and white space."""
