extension Duration {
    /// Reads a whole number and one of `ms`, `s`, `m`, `h`, `d`; `nil` for anything else and 0.
    package init?(parsing text: String) {
        let units: [Substring: Int64] = [
            "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000,
        ]
        guard let match = text.wholeMatch(of: /([0-9]{1,9})(ms|s|m|h|d)/),
            let count = Int64(match.1), count > 0, let unit = units[match.2]
        else { return nil }
        self = .milliseconds(count * unit)
    }
}
