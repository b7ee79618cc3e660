"""Where a receiver outside confirms by the code of a sheet that a package arrived."""
