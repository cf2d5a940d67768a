import TestSupport

/// Decides whatever is left to chance; the same seed always decides the same.
package struct Dice: RandomNumberGenerator, Sendable {
    private var numbers: SplitMix

    package init(seed: UInt64) {
        numbers = SplitMix(seed: seed &* 0x2545_f491_4f6c_dd1d &+ 0x1234_5678_9abc_def1)
    }

    package mutating func next() -> UInt64 { numbers.next() }

    /// From 0 up to, and without, `end`.
    package mutating func below(_ end: Int) -> Int {
        Int(((next() >> 32) * UInt64(end)) >> 32)
    }

    /// True so many times in a hundred.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[below(choices.count)]
    }

    /// One of them, each as likely as its weight says.
    package mutating func pick<Choice>(weighted choices: [(weight: Int, Choice)]) -> Choice {
        var place = below(choices.reduce(0) { $0 + $1.weight })
        for (weight, choice) in choices {
            if place < weight { return choice }
            place -= weight
        }
        return choices[choices.count - 1].1
    }
}
