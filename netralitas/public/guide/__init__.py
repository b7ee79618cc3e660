"""The public guide: what an official may and may not do, made from the catalogue in force."""
