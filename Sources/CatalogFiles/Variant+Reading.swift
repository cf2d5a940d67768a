import Domain

extension Variant {
    init?(reading item: Item, volumes: [String]) {
        let known = ["name", "cpu", "memory", "processes", "volumes", "grace"]
        guard let fields = Fields(item, known: known) else { return nil }
        let name = fields.required("name", like: "Basic")?
            .matching(
                /[A-Za-z][A-Za-z0-9-]{0,19}/,
                rule: "up to 20 letters, digits and hyphens, beginning with a letter")
        let cpu = fields.required("cpu", like: "500m")?.cpu()
        let memory = fields.required("memory", like: "512Mi")?.bytes()
        let processes = fields.required("processes", like: "256")?.integer(in: 1...100_000)
        let sizes = fields.required("volumes", like: "{data: 250Mi}")
            .flatMap { Self.sizes($0, of: volumes) }
        let grace =
            fields.optional("grace").map { Self.grace($0) } ?? Variant.standardGrace
        guard let name, let cpu, let memory, let processes, let sizes, let grace else {
            return nil
        }
        self.init(
            name: name, limits: Limits(cpu: cpu, memory: memory, processes: processes),
            volumeSizes: sizes, grace: grace)
    }

    /// Shorter, and its owner could not be warned often enough.
    private static func grace(_ item: Item) -> Duration? {
        guard let grace = item.duration() else { return nil }
        if grace >= .days(2) { return grace }
        item.refuse("“\(item.label)” must be 2d at least, so that owners can be warned in time.")
        return nil
    }

    private static func sizes(_ item: Item, of volumes: [String]) -> [String: Bytes]? {
        guard let pairs = item.map() else { return nil }
        var sizes: [String: Bytes] = [:]
        for (key, value) in pairs {
            sizes[key.label] = value.bytes()
            guard !volumes.contains(key.label) else { continue }
            let advice = Suggestion.sentence(for: key.label, among: volumes)
            key.refuse("unknown volume “\(key.label)”; \(advice)")
        }
        for volume in volumes where !pairs.contains(where: { $0.key.label == volume }) {
            item.refuse("volume “\(volume)” has no size; add it, such as “\(volume): 250Mi”.")
        }
        return sizes
    }
}
