extension ClaimName {
    /// What a claim's name may be made of.
    package struct Reading: Equatable, Sendable {
        package var instance: String
        package var volume: String
        package var generation: Int
    }

    /// Every way in which the name may be read: instances and volumes may have hyphens in their
    /// own names. The longest name of an instance first; empty where it is no such name at all.
    package func readings(install: String) -> [Reading] {
        let prefix = "hf-\(install)-"
        guard rawValue.hasPrefix(prefix) else { return [] }
        let parts = rawValue.dropFirst(prefix.count)
            .split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let last = parts.last, last.first == "g",
            let generation = Int(last.dropFirst()), generation > 0
        else { return [] }
        let names = parts.dropLast()
        return (1..<names.count).reversed().map { count in
            Reading(
                instance: names.prefix(count).joined(separator: "-"),
                volume: names.dropFirst(count).joined(separator: "-"), generation: generation)
        }
    }
}
