"""Who came to an activity, by list, by table, by phone; and what they knew before and after."""
