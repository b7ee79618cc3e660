"""Cases that are one matter are merged, one that is two is split; nothing of either is lost."""
