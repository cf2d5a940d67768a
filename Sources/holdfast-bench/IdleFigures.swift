/// What was seen while nothing happened.
struct IdleFigures: Encodable {
    var instances: Int
    var seconds: Double
    /// How long each full look took, in milliseconds.
    var looks: [Double]
    /// Of one core.
    var cpuPercent: Double
    var rssMegabytes: Double
    /// To disks, by the whole process.
    var bytesWritten: Int64
}
