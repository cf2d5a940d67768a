/// Why it cannot be known how to talk to a cluster.
package struct KubeconfigError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file, or all files, where it was looked.
    package var file: String
    /// The context that was to be used, once it is known.
    package var context: String?
    /// What is wrong, and what to do.
    package var message: String

    package init(file: String, context: String? = nil, message: String) {
        self.file = file
        self.context = context
        self.message = message
    }

    package var description: String {
        "\(file)\(context.map { ", context “\($0)”" } ?? ""): \(message)"
    }
}
