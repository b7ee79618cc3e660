"""Personal data: what there is, why, for how long, and what people may ask about it."""
