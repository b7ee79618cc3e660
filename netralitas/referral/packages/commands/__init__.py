"""What is done with packages: frozen with the act that hands over, sealed for outside."""
