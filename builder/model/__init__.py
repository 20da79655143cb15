"""What courses are made of: frozen values that know nothing of files or formats."""
