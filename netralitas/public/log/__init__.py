"""The log in public: daily heads, tiles, proofs, and what the holder of a receipt is shown."""
