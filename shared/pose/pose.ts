/**
 * Where somebody stands and looks. Metres; y is the floor under the feet. Yaw 0 looks north (−z) and grows to the left
 * (counter-clockwise from above, as three's rotation.y); pitch is positive upwards. Radians.
 */
export interface Pose {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly yaw: number
  readonly pitch: number
}
