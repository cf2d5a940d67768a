/// The volumes of one instance, all of them.
extension [Volume] {
    /// What the last retirement took out, destroyed or not; empty when nothing is retired.
    package var lastRetired: [Volume] {
        let retired = filter { $0.state == .retired }.compactMap(\.retirement)
        guard let last = retired.max() else { return [] }
        return filter { $0.retirement == last }
    }

    /// The number of the retirement that comes next.
    package var nextRetirement: Int { (compactMap(\.retirement).max() ?? 0) + 1 }
}
