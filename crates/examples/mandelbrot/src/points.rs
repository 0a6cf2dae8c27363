//! The Mandelbrot set, point by point.

/// How many tiles the picture has along each side.
pub const TILES: u32 = 8;

/// How many points a tile has along each side.
pub const SIDE: u32 = 64;

/// A tile's points, each as the number of rounds after which it is known to be outside, `most` for those that never are.
pub fn tile(place: u32, most: u32) -> Vec<u32> {
    let step = 3.0 / (TILES * SIDE) as f32;
    let left = (place % TILES * SIDE) as f32;
    let top = (place / TILES * SIDE) as f32;
    let mut rounds = Vec::with_capacity((SIDE * SIDE) as usize);
    for row in 0..SIDE {
        for column in 0..SIDE {
            let x = (left + column as f32) * step - 2.2;
            let y = (top + row as f32) * step - 1.5;
            rounds.push(point(x, y, most));
        }
    }
    rounds
}

fn point(x: f32, y: f32, most: u32) -> u32 {
    let (mut re, mut im) = (0.0_f32, 0.0_f32);
    for round in 0..most {
        let (re2, im2) = (re * re, im * im);
        if re2 + im2 > 4.0 {
            return round;
        }
        im = (re + re) * im + y;
        re = re2 - im2 + x;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_inside_and_a_corner_is_out_after_a_few_rounds() {
        assert_eq!(point(0.0, 0.0, 500), 500);
        assert!(point(-2.2, -1.5, 500) < 5);
    }

    #[test]
    fn a_picture_has_some_of_both() {
        let points: Vec<u32> = (0..TILES * TILES)
            .flat_map(|place| tile(place, 50))
            .collect();
        assert_eq!(points.len() as u32, TILES * SIDE * TILES * SIDE);
        assert!(points.contains(&50) && points.contains(&1));
    }
}
