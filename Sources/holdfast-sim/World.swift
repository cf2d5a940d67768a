import ArgumentParser

/// A model of what Holdfast runs services on.
enum World: String, ExpressibleByArgument, CaseIterable {
    case docker
}
