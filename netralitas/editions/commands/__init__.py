"""What puts an edition into force: a version of the product, and an administrator."""
