import Domain

/// What has been promised, in figures.
enum Law {
    static let undoWindow = Duration.days(3)
    /// One is short; the other has room for a warning long before its end.
    static func grace(of variant: String) -> Duration { .days(variant == "Plus" ? 8 : 5) }
    static let tolerance = Duration.days(2)
    static let deadline = Duration.seconds(300)
    static let destructionsPerHour = 20
    static let ports = 20000...20019
    /// Of how many warnings one must have heard before data is given up.
    static let warnings = 2
    /// How long before that they must have heard of it.
    static let respite = Duration.days(1)
    /// How often, and for how long, an orphan must have been seen before it is condemned.
    static let looks = 3
    static let orphanSpan = Duration.days(1)
}
