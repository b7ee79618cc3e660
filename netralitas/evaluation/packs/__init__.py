"""The pack of a meeting: made by the worker, frozen with its digests, signed by both parties."""
