/// When so much is to be destroyed that a mistake is likelier than a wish.
package struct CircuitBreaker: Equatable, Sendable {
    /// How much destruction there is at present.
    package struct Load: Equatable, Sendable {
        /// Volumes whose destruction has begun within the last hour.
        package var begun: Int
        /// Volumes whose windows are over and whose destruction has not begun.
        package var due: Int
        /// Volumes that hold data, those included.
        package var kept: Int

        package init(begun: Int, due: Int, kept: Int) {
            self.begun = begun
            self.due = due
            self.kept = kept
        }
    }

    /// So many destructions may begin in an hour.
    package var perHour: Int
    /// So many hundredths of all volumes may fall due at once…
    package var share: Int
    /// …and so many in any case.
    package var least: Int

    package init(perHour: Int = 50, share: Int = 10, least: Int = 5) {
        self.perHour = perHour
        self.share = share
        self.least = least
    }

    /// Why nothing more is to be destroyed for now, for admins; `nil` when all is as usual.
    package func objection(to load: Load) -> String? {
        if load.begun >= perHour {
            return "\(load.begun) volumes were destroyed within an hour, and no more than "
                + "\(perHour) are allowed."
        }
        if load.due > max(least, load.kept * share / 100) {
            return "\(load.due) of \(load.kept) volumes are to be destroyed at once, which is "
                + "unusual: is the clock right, and did somebody change the database?"
        }
        return nil
    }
}
