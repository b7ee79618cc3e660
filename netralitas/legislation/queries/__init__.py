"""The pages of the law, made from the edition in force; pure but for the names of regions."""
