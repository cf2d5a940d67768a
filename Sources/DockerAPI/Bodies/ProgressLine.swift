/// One line of a pull's or a load's progress; an error among them ends it.
package struct ProgressLine: Decodable, Equatable, Sendable {
    package struct Detail: Decodable, Equatable, Sendable {
        /// Bytes done, and bytes in all.
        package var current: Int64?
        package var total: Int64?

        package init(current: Int64?, total: Int64?) {
            self.current = current
            self.total = total
        }
    }

    /// The layer it is about.
    package var id: String?
    package var status: String?
    package var progressDetail: Detail?
    package var error: String?
    package var stream: String?

    package init(
        id: String? = nil, status: String? = nil, progressDetail: Detail? = nil,
        error: String? = nil, stream: String? = nil
    ) {
        self.id = id
        self.status = status
        self.progressDetail = progressDetail
        self.error = error
        self.stream = stream
    }
}
