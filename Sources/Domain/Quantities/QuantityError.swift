/// Why a text is not a quantity.
package enum QuantityError: Error, Equatable, CustomStringConvertible {
    case malformed(String)
    case notWhole(String)
    case tooLarge(String)

    package var description: String {
        switch self {
        case .malformed(let text):
            "“\(text)” is not a quantity; write a number and a unit, such as 250Mi, 1Gi or 500M."
        case .notWhole(let text):
            "“\(text)” is not a whole number of the smallest unit; choose a smaller unit."
        case .tooLarge(let text):
            "“\(text)” is too large; the most is 9223372036854775807."
        }
    }
}
