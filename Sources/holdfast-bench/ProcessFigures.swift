import Foundation
import Glibc

/// What the kernel says about this process (getrusage(2), proc(5)).
struct ProcessFigures {
    var cpuSeconds: Double
    var rssMegabytes: Double
    var written: Int64

    static func now() -> Self {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Self(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            rssMegabytes: Double(field("VmRSS", in: "/proc/self/status")) / 1024,
            written: field("write_bytes", in: "/proc/self/io"))
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
    }

    /// The number behind a name; 0 where the kernel does not tell.
    private static func field(_ name: String, in file: String) -> Int64 {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
        return line.flatMap { Int64($0.filter(\.isNumber)) } ?? 0
    }
}
