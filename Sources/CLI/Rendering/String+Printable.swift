extension String {
    /// Without what a terminal would obey: control characters become visible, tabs stay.
    var printable: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars { scalars.append(scalar.isControl ? "\u{FFFD}" : scalar) }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        self != "\t" && properties.generalCategory == .control
    }
}
