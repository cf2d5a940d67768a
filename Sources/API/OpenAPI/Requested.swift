import Wire

/// A body that a client sends.
protocol Requested: Documented, JSONBody {}
