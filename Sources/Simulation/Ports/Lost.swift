/// Nobody knows what became of it: whoever was asked is dead.
struct Lost: Error {}
