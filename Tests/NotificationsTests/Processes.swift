import Foundation

/// What the kernel tells of processes (proc(5)).
struct Processes {
    let id: Int

    /// Those whose program has this name, zombies among them.
    static func named(_ name: String) -> [Processes] {
        let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return ids.compactMap { Int($0) }.map { Processes(id: $0) }
            // Names are cut after 15 characters.
            .filter { $0.text("comm").trimmingCharacters(in: .newlines) == name.prefix(15) }
    }

    func text(_ file: String) -> String {
        FileManager.default.contents(atPath: "/proc/\(id)/\(file)")
            .map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
