/// Why a notice was not delivered, told by what to do next; the words are for admins.
package enum DeliveryFailure: Error, Equatable, Sendable {
    /// Try again later.
    case later(String)
    /// It can never be delivered as it is: the address is refused, say.
    case never(String)

    package var message: String {
        switch self {
        case .later(let why), .never(let why): why
        }
    }
}
