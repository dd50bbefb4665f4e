;; Products of the states of tokens, sixteen numbers at once. `npm run kernel` puts it into token-kernel.json.
(module
  (memory (export "memory") 1)

  (func $sum (param $lanes v128) (result i32)
    (local.set $lanes (i32x4.extadd_pairwise_i16x8_s (local.get $lanes)))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  ;; Adds the products of sixteen numbers to eight sums. Numbers go from -7 to 7: 334 such additions fit into 16 bits, enough for
  ;; states of 5,344 numbers.
  (func $addProducts (param $sums v128) (param $one v128) (param $other v128) (result v128)
    (i16x8.add
      (local.get $sums)
      (i16x8.add
        (i16x8.extmul_low_i8x16_s (local.get $one) (local.get $other))
        (i16x8.extmul_high_i8x16_s (local.get $one) (local.get $other)))))

  ;; Of `count` tokens, `size` bytes each, with two numbers a byte, each 8 too high: a byte a number, the low ones of sixteen bytes before the
  ;; high ones. And the sum of the squares of each token.
  (func (export "open") (param $packed i32) (param $count i32) (param $size i32) (param $opened i32) (param $squares i32)
    (local $end i32) (local $both v128) (local $low v128) (local $high v128) (local $sums v128)
    (block $done
      (loop $token
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (local.set $sums (v128.const i32x4 0 0 0 0))
        (local.set $end (i32.add (local.get $packed) (local.get $size)))
        (loop $bytes
          (local.set $both (v128.load (local.get $packed)))
          (local.set $low (i8x16.sub (v128.and (local.get $both) (i8x16.splat (i32.const 15))) (i8x16.splat (i32.const 8))))
          (local.set $high (i8x16.sub (i8x16.shr_u (local.get $both) (i32.const 4)) (i8x16.splat (i32.const 8))))
          (v128.store (local.get $opened) (local.get $low))
          (v128.store offset=16 (local.get $opened) (local.get $high))
          (local.set $sums (call $addProducts (local.get $sums) (local.get $low) (local.get $low)))
          (local.set $sums (call $addProducts (local.get $sums) (local.get $high) (local.get $high)))
          (local.set $opened (i32.add (local.get $opened) (i32.const 32)))
          (local.set $packed (i32.add (local.get $packed) (i32.const 16)))
          (br_if $bytes (i32.lt_u (local.get $packed) (local.get $end))))
        (i32.store (local.get $squares) (call $sum (local.get $sums)))
        (local.set $squares (i32.add (local.get $squares) (i32.const 4)))
        (br $token))))

  ;; For each of `count` opened tokens one behind another, `size` bytes each: its product with the one at `other`.
  (func (export "multiply") (param $opened i32) (param $count i32) (param $size i32) (param $other i32) (param $products i32)
    (local $at i32) (local $end i32) (local $sums v128)
    (local.set $end (i32.add (local.get $other) (local.get $size)))
    (block $done
      (loop $token
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (local.set $sums (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $other))
        (loop $bytes
          (local.set $sums (call $addProducts (local.get $sums) (v128.load (local.get $opened)) (v128.load (local.get $at))))
          (local.set $opened (i32.add (local.get $opened) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $bytes (i32.lt_u (local.get $at) (local.get $end))))
        (i32.store (local.get $products) (call $sum (local.get $sums)))
        (local.set $products (i32.add (local.get $products) (i32.const 4)))
        (br $token)))))
