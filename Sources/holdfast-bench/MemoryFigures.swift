/// How many bytes are kept in mind of so many objects of a cluster.
struct MemoryFigures: Encodable {
    var objects = 0
    /// Of the objects alone.
    var heard = 0
    /// With what the last look at each service has seen.
    var looked = 0
}
