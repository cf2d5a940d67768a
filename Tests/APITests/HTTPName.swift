import Hummingbird

typealias HTTPName = HTTPFields.Element.Name
