package import Domain

// As the API server writes them back, whatever was sent: else what was made would look as if
// somebody had changed it since.
//
// Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/

extension CPU {
    package var quantity: String {
        millicores % 1000 == 0 ? Bytes(millicores / 1000).quantity : "\(millicores)m"
    }
}

extension Bytes {
    /// Not in binary units: those would stay as they are, too, but live objects have these.
    package var quantity: String {
        var (number, unit) = (count, 0)
        while number != 0, number % 1000 == 0, unit + 1 < Self.units.count {
            number /= 1000
            unit += 1
        }
        return "\(number)\(Self.units[unit])"
    }

    private static let units = ["", "k", "M", "G", "T", "P"]
}
