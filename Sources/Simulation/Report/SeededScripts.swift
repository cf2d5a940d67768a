/// The scripts of so many seeds in a row, each made when it is asked for.
package struct SeededScripts: RandomAccessCollection, Sendable {
    private let first: UInt64
    private let length: Int
    private let world: World

    package init(from first: UInt64, count: Int, in world: World = .docker) {
        self.first = first
        self.world = world
        length = count
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { length }
    package subscript(place: Int) -> Script { Script(seed: first &+ UInt64(place), in: world) }
}
