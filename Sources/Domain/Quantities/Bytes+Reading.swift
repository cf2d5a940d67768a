extension Bytes {
    /// Rounded, for people: `250 MiB`, `1.5 GiB`.
    package var rounded: String {
        let unit = Unit(for: self)
        return "\(unit.number(of: self)) \(unit.name)"
    }

    /// How much of `size` this is, for people: `249 of 250 MiB`.
    package func rounded(of size: Bytes) -> String {
        let unit = Unit(for: size)
        return "\(unit.number(of: self)) of \(unit.number(of: size)) \(unit.name)"
    }

    private struct Unit {
        var name: String
        var bytes: Int64

        init(for size: Bytes) {
            let units = [("GiB", 30), ("MiB", 20), ("KiB", 10)]
            let fitting = units.first { size.count >= 1 << $0.1 } ?? ("bytes", 0)
            (name, bytes) = (fitting.0, 1 << fitting.1)
        }

        /// Cut off after the first decimal, so that nothing looks fuller than it is.
        func number(of size: Bytes) -> String {
            let tenths = size.count / bytes * 10 + size.count % bytes * 10 / bytes
            return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        }
    }
}
