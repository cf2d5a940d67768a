import Domain
import FoundationEssentials

extension Instant {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    /// As RFC 5322, section 3.3 has it: `Sat, 31 Jan 2026 09:30:00 +0000`.
    var mailDate: String {
        let parts = parts
        let day = "\(Self.weekdays[parts.weekday]), \(parts.day.padded) "
        let month = "\(Self.months[parts.month].prefix(3)) \(parts.year) "
        return day + month
            + "\(parts.hour.padded):\(parts.minute.padded):\(parts.second.padded) +0000"
    }

    /// For people: `31 January 2026, 09:30 UTC`. What is less than a minute is left off, so that
    /// nobody is promised more time than there is.
    var words: String {
        let parts = parts
        return "\(parts.day) \(Self.months[parts.month]) \(parts.year), "
            + "\(parts.hour.padded):\(parts.minute.padded) UTC"
    }

    /// The inverse of `description`.
    init?(reading text: String) {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = try? style.parse(text) else { return nil }
        self.init(date)
    }

    /// Months and weekdays are counted from 0.
    private var parts:
        (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, weekday: Int)
    {
        let seconds = Int(milliseconds / 1000) - (milliseconds % 1000 < 0 ? 1 : 0)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let found = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second, .weekday],
            from: Date(timeIntervalSince1970: Double(seconds)))
        return (
            found.year ?? 1970, (found.month ?? 1) - 1, found.day ?? 1, found.hour ?? 0,
            found.minute ?? 0, found.second ?? 0, (found.weekday ?? 1) - 1
        )
    }
}

extension Int {
    fileprivate var padded: String { self < 10 ? "0\(self)" : "\(self)" }
}
