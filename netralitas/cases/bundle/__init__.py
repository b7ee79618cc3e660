"""A case as one file to take along: papers, evidence, timeline and proof, as a BagIt bag."""
