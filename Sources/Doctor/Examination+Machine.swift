import AsyncHTTPClient
import FoundationEssentials
import Glibc

extension Examination {
    static func disk(_ what: String, _ path: String) -> DiskFacts? {
        var status = statvfs()
        guard statvfs(nearest(path), &status) == 0 else { return nil }
        let block = Int64(status.f_frsize)
        return DiskFacts(
            what: what, path: path, free: Int64(status.f_bavail) * block,
            total: Int64(status.f_blocks) * block, freeFiles: Int64(status.f_favail),
            totalFiles: Int64(status.f_files))
    }

    /// Up to the hard limit, to which the server raises its own.
    static func openFiles() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        return Int(clamping: limit.rlim_max)
    }

    /// The ports on which somebody listens (proc(5): state 0A of `/proc/net/tcp`).
    static func listening() -> Set<Int> {
        let lines = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { text($0).split(separator: "\n") }
        return Set(
            lines.compactMap { line in
                let fields = line.split(separator: " ")
                guard fields.count > 3, fields[3] == "0A" else { return nil }
                return fields[1].split(separator: ":").last.flatMap { Int($0, radix: 16) }
            })
    }

    static func fleetingPorts() -> ClosedRange<Int>? {
        let ends = text("/proc/sys/net/ipv4/ip_local_port_range")
            .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }

    private static func text(_ path: String) -> String {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Who answers at a server's address, by the `Server` field of its answer.
    static func answer(of server: String) async -> ServerFacts.Answer {
        let request = HTTPClientRequest(url: "\(server)/health")
        let head = try? await HTTPClient.shared.execute(request, timeout: .seconds(3)).headers
        guard let head else { return .silence }
        let parts = head.first(name: "Server")?.split(separator: "/") ?? []
        guard parts.first == "holdfast" else { return .stranger }
        return .holdfast(version: parts.count == 2 ? String(parts[1]) : nil)
    }
}
