#!/bin/sh
# Makes the demo's science clips from ffmpeg's generated sources: no picture, sound or text of anybody else.
#
# Usage: ./make-clips.sh [clip …]      all clips when none is named; needs ffmpeg with libx264, about 15 minutes
# Writes clips/<clip>/<rendition>/{init.mp4,0.m4s…} and clips/index.json.
#
# Every clip is 24 s = 6 segments of exactly 4 s: 96 pictures at 24/s and 125 AAC frames at 32 kHz, each
# segment beginning with a keyframe. Live playlists are computed from the clock and rely on it. No B-frames,
# so that decode and presentation order agree and no player needs the edit list.
set -eu
cd "$(dirname "$0")"

SECONDS_LONG=24
# The renditions: name, width, height, constant rate factor, ceiling in kbit/s, level (the last byte of avc1.4d40xx).
# Clips in which everything moves have a lower ceiling: all together stay under 6 MB.
RENDITIONS='360p 640 360 27 230 30
240p 426 240 29 90 21'
ceiling_of() { # clip kbit/s
  case $1 in
    cells | plankton | waves) printf %s "$(($2 * 6 / 10))" ;;
    *) printf %s "$2" ;;
  esac
}

# Expressions are written for 640×360 and drawn at half that size, then enlarged: four times faster, and soft.
half() { printf '%s' "$1" | sed 's/X/(2*X)/g; s/Y/(2*Y)/g'; }
colour() { # red green blue, each clipped: geq wraps what is above 255
  printf "color=black:size=320x180:rate=24:duration=%s,format=gbrp,geq=r='clip(%s,0,255)':g='clip(%s,0,255)':b='clip(%s,0,255)',scale=640:360:flags=lanczos" \
    "$SECONDS_LONG" "$(half "$1")" "$(half "$2")" "$(half "$3")"
}
STARS="st(6,gt(mod(abs(sin(floor(X/2)*12.9898+floor(Y/2)*78.233)*43758.5453),1),0.9975)*(100+70*sin(2*PI*T/6+Y)))"

# A Julia set whose constant walks a small circle, coloured by how slowly each point escapes.
julia() {
  printf "color=black:size=320x180:rate=24:duration=%s,format=gray,geq=lum='%s',gblur=0.6,scale=640:360:flags=bicubic,format=yuv444p,pseudocolor=preset=inferno" "$SECONDS_LONG" \
    "st(0,(X-160)/98);st(1,(Y-90)/98);st(4,-0.79+0.03*cos(2*PI*T/24));st(5,0.15+0.03*sin(2*PI*T/24));st(2,0);while(lt(ld(2),60)*lt(ld(0)*ld(0)+ld(1)*ld(1),16),st(3,ld(0)*ld(0)-ld(1)*ld(1)+ld(4));st(1,2*ld(0)*ld(1)+ld(5));st(0,ld(3));st(2,ld(2)+1));clip(255*pow(max(0,ld(2)-2+1-log(log(max(1.01,hypot(ld(0),ld(1)))))/log(2))/58,0.62),0,250)"
}

# Three sources of waves that cross.
waves() {
  source_at() { printf "%s*sin(hypot(X-%s,Y-(%s))/%s-2*PI*T*%s/24)*exp(-hypot(X-%s,Y-(%s))/460)" "$4" "$1" "$2" "$3" "$5" "$1" "$2"; }
  printf "color=black:size=320x180:rate=24:duration=%s,format=gray,geq=lum='128+%s',scale=640:360:flags=lanczos,format=gbrp,lutrgb=r='clip(255*pow(val/255,3.2),0,255)':g='clip(20+235*pow(val/255,1.5),0,255)':b='clip(60+195*pow(val/255,0.8),0,255)'" "$SECONDS_LONG" \
    "$(half "$(source_at 170 120 8.5 48 10)+$(source_at 470 240 8.5 48 10)+$(source_at 360 -40 14 36 5)")"
}

# Two curtains of northern light over a ridge.
aurora() {
  light="st(0,150+34*sin(X/95+2*PI*T/24)+16*sin(X/41-4*PI*T/24));st(1,95+26*sin(X/130-2*PI*T/24+2)+12*sin(X/37+4*PI*T/24));st(2,exp(-abs(Y-ld(0))/if(gt(Y,ld(0)),14,95))*(0.62+0.25*sin(X/7+3*sin(X/60+2*PI*T/24))+0.13*sin(X/3.1-4*PI*T/24)));st(3,exp(-abs(Y-ld(1))/if(gt(Y,ld(1)),12,70))*(0.55+0.3*sin(X/11-3*sin(X/80-2*PI*T/24))));$STARS;st(7,lt(360-Y,26+14*sin(X/70)+9*sin(X/23+1)+5*sin(X/9)))"
  colour "$light;if(ld(7),4,8+ld(6)+70*ld(3)+80*ld(2)*(1-Y/360))" "$light;if(ld(7),9,14+ld(6)+225*ld(2)+60*ld(3))" "$light;if(ld(7),14,34+ld(6)+95*ld(2)+160*ld(3))"
}

# Four planets and their orbits, seen from the side.
orbits() {
  planet() { printf "st(0,pow((X-320-%s*cos(2*PI*(T*%s/24+%s)))/%s,2)+pow((Y-180-0.42*%s*sin(2*PI*(T*%s/24+%s)))/%s,2));st(%s,exp(-ld(0))+0.35/(1+ld(0)/3));" "$1" "$2" "$3" "$4" "$1" "$2" "$3" "$4" "$5"; }
  ring() { printf "exp(-pow((ld(7)-%s)/1.9,2))" "$1"; }
  sky="$(planet 78 4 0.1 6 1)$(planet 128 3 0.4 8 2)$(planet 186 2 0.7 10 3)$(planet 262 1 0.2 14 4)st(7,hypot(X-320,(Y-180)/0.42));st(8,$(ring 78)+$(ring 128)+$(ring 186)+$(ring 262));st(9,hypot(X-320,Y-180));st(9,exp(-pow(ld(9)/22,2))+0.55*exp(-ld(9)/50));$STARS"
  colour "$sky;6+ld(6)+36*ld(8)+255*ld(9)+180*ld(1)+120*ld(2)+60*ld(3)+230*ld(4)" "$sky;10+ld(6)+52*ld(8)+190*ld(9)+170*ld(1)+200*ld(2)+140*ld(3)+170*ld(4)" "$sky;24+ld(6)+70*ld(8)+90*ld(9)+150*ld(1)+190*ld(2)+255*ld(3)+110*ld(4)"
}

# Three depths of drifting rings, one to a cell of a grid, placed by a hash of the cell. Each depth is drawn
# into one plane and the planes are mixed into colours: a third of the work.
plankton() {
  depth() { half "st(0,X+($2)*T+14*sin(2*PI*T/12+Y/90));st(1,Y+($3)*T+10*sin(2*PI*T/8+X/120));st(2,floor(ld(0)/$1));st(3,floor(ld(1)/$1));st(4,mod(abs(sin(ld(2)*127.1+ld(3)*311.7)*43758.5453),1));st(5,mod(ld(4)*57.31,1));st(6,hypot(ld(0)-$1*(ld(2)+0.35+0.3*ld(4)),ld(1)-$1*(ld(3)+0.35+0.3*ld(5)))/($4*(0.5+ld(5))));150*gt(ld(4),0.35)*(0.35*exp(-ld(6)*ld(6)*0.9)+0.75*exp(-pow((ld(6)-1)*5,2))+0.6*exp(-pow(ld(6)*4,2)))*(0.7+0.3*sin(2*PI*T/6+ld(4)*40))"; }
  printf "color=black:size=320x180:rate=24:duration=%s,format=gbrp,geq=r='%s':g='%s':b='%s',colorchannelmixer=rr=0.4:rg=1.43:rb=0.4:gr=1.27:gg=1:gb=0.87:br=1.17:bg=0.47:bb=1,lutrgb=r='clip(val+6,0,255)':g='clip(val+38,0,255)':b='clip(val+60,0,255)',scale=640:360:flags=lanczos,%s" \
    "$SECONDS_LONG" "$(depth 150 9 -5 25)" "$(depth 84 -5 -9 13)" "$(depth 44 3 -13 6)" "$FADED"
}

# Five rows of swell under a moon, and its track on the water: sky, moonlight and water each in one plane, then mixed.
tide() {
  row() { printf "gt(Y,%s+%s*sin(X/%s+2*PI*T*%s/24)+%s*sin(X/%s-2*PI*T*%s/24+%s))" "$@"; }
  horizon=$(row 190 3 60 2 2 23 3 0)
  sky="if($horizon,0,min(255,87+168*Y/190))"
  moonlight="clip(255*if($horizon,exp(-pow((X-450+9*sin(Y/4+2*PI*T/3))/(26+(Y-190)*0.35),2))*pow(max(0,sin(Y/2.6+5*sin(X/34+2*PI*T/6)-2*PI*T/4)),3)*(1-(Y-190)/240),exp(-pow(hypot(X-450,Y-86)/33,10))+0.42*exp(-hypot(X-450,Y-86)/70)),0,255)"
  water="if($horizon,51*(5-($(row 214 6 85 -2 3 31 2 1)+$(row 244 9 110 2 4 40 -3 2)+$(row 282 13 140 -1 6 52 2 4)+$(row 324 17 170 1 7 64 -2 3))),0)"
  printf "color=black:size=320x180:rate=24:duration=%s,format=gbrp,geq=r='%s':g='%s':b='%s',colorchannelmixer=rr=0.35:rg=0.6:rb=0.23:gr=0.38:gg=0.55:gb=0.37:br=0.34:bg=0.42:bb=0.33,lutrgb=g='clip(val+6,0,255)':b='clip(val+38,0,255)',scale=640:360:flags=lanczos" \
    "$SECONDS_LONG" "$(half "$sky")" "$(half "$moonlight")" "$(half "$water")"
}

# Emission lines that breathe, and a band of light that sweeps over them: one row, drawn out to the height, in the colours of the rainbow.
spectrum() {
  line() { printf "+%s*exp(-pow((X-%s)/%s,2))*(0.75+0.25*sin(2*PI*T*%s/24+%s))" "$3" "$1" "$2" "$4" "$1"; }
  light="clip(255*(0.10+0.05*sin(X/55+2*PI*T/24)+0.05*sin(X/23-4*PI*T/24)$(line 96 4 0.9 3)$(line 150 2.4 0.6 5)$(line 232 7 0.8 2)$(line 262 2.4 1 4)$(line 330 3 0.7 6)$(line 402 9 0.85 2)$(line 416 2.4 1 3)$(line 498 4 0.75 4)$(line 560 6 0.95 1)+0.4*exp(-pow((X-320-290*sin(2*PI*T/24))/36,2))),0,255)"
  ripple="color=black:size=80x45:rate=24:duration=$SECONDS_LONG,format=gray,geq=lum='255*max(0,1-pow(abs(Y-22)/22.5,6))*(0.82+0.18*sin(Y/1.6+X/5+4*PI*T/24))',scale=640:360:flags=bicubic,format=gbrp"
  rainbow="color=black:size=640x360:rate=24:duration=$SECONDS_LONG,trim=end_frame=1,format=gbrp,geq=r='clip(255*(exp(-pow((X/640-0.92)/0.34,2))+0.45*exp(-pow(X/83,2))),0,255)':g='245*exp(-pow((X/640-0.52)/0.23,2))':b='255*exp(-pow((X/640-0.12)/0.25,2))',loop=loop=-1:size=1"
  printf "color=black:size=640x2:rate=24:duration=%s,format=gray,geq=lum='%s',scale=640:360:flags=neighbor,format=gbrp[light];%s[ripple];%s[rainbow];[light][ripple]blend=all_mode=multiply[lines];[lines][rainbow]blend=all_mode=multiply:shortest=1,lutrgb=r='clip(val*1.15+6,0,255)':g='clip(val*1.1+8,0,255)':b='clip(val*1.15+18,0,255)'" \
    "$SECONDS_LONG" "$light" "$ripple" "$rainbow"
}

# Conway's game of life, grown soft as if under a microscope.
cells() {
  printf "life=size=96x54:rate=6:ratio=0.2:seed=21:death_color=black:life_color=white,trim=start=6:duration=%s,setpts=PTS-STARTPTS,format=gray,scale=640:360:flags=bilinear,fps=24,lagfun=decay=0.93,gblur=5,format=gbrp,lutrgb=r='clip(16+300*pow(val/255,1.9),0,255)':g='clip(12+210*pow(val/255,1.05),0,255)':b='clip(38+150*pow(val/255,0.6)-120*pow(val/255,3),0,255)',%s" "$((SECONDS_LONG + 1))" "$FADED"
}
# For what does not come back to its first picture: the loop is passed in the dark.
FADED='fade=in:0:12,fade=out:564:12'

# A soft chord: whole hertz, so that it closes over the 24 s; the swell of each tone has its own period.
chord() {
  tone=0
  expression='0'
  for hertz in "$@"; do
    tone=$((tone + 1))
    expression="$expression+0.07*sin(2*PI*$hertz*t)*(0.6+0.4*sin(2*PI*t*$tone/24+$tone))"
  done
  printf "aevalsrc=exprs='%s':sample_rate=32000:duration=%s" "$expression" "$SECONDS_LONG"
}
surf() { printf "anoisesrc=color=pink:sample_rate=32000:duration=%s:amplitude=0.5:seed=7,lowpass=frequency=900,tremolo=f=0.125:d=0.7" "$SECONDS_LONG"; }
sound_of() {
  case $1 in
    julia) chord 110 165 220 277 ;;
    waves) chord 98 147 196 247 ;;
    aurora) chord 131 196 262 330 392 ;;
    orbits) chord 82 123 165 247 ;;
    plankton) chord 147 220 294 370 ;;
    tide) surf ;;
    spectrum) chord 174 220 262 349 ;;
    cells) chord 117 175 233 294 ;;
  esac
}

encode() { # clip picture: both renditions from one drawing
  clip=$1
  lossless=$(mktemp --suffix=.nut)
  ffmpeg -v error -y -f lavfi -i "$2" -f lavfi -i "$(sound_of "$clip")" -t "$SECONDS_LONG" -c:v ffv1 -pix_fmt yuv444p -c:a pcm_s16le "$lossless"
  rm -rf "clips/$clip"
  printf '%s\n' "$RENDITIONS" | while read -r name width height crf ceiling level; do
    mkdir -p "clips/$clip/$name"
    ceiling=$(ceiling_of "$clip" "$ceiling")
    ffmpeg -v error -nostdin -y -i "$lossless" -t "$SECONDS_LONG" -map_metadata -1 -fflags +bitexact \
      -vf "scale=$width:$height:flags=lanczos,format=yuv420p" \
      -c:v libx264 -flags:v +bitexact -profile:v main -level:v "$level" -preset veryslow -crf "$crf" -maxrate "${ceiling}k" -bufsize "$((ceiling * 2))k" \
      -x264-params keyint=96:min-keyint=96:scenecut=0:open-gop=0:bframes=0 \
      -c:a aac -flags:a +bitexact -b:a 24k -ac 1 -ar 32000 \
      -f hls -hls_time 4 -hls_playlist_type vod -hls_segment_type fmp4 -hls_flags independent_segments \
      -hls_fmp4_init_filename init.mp4 -hls_segment_filename "clips/$clip/$name/%d.m4s" "clips/$clip/$name/media.m3u8"
    test "$(grep -c '^#EXTINF:4.000000,' "clips/$clip/$name/media.m3u8")" = 6 || { echo "$clip $name: not six segments of 4 s" >&2; exit 1; }
    rm "clips/$clip/$name/media.m3u8"
  done
  rm "$lossless"
}

index() { # what a playlist must say; BANDWIDTH is the largest segment's, as RFC 8216 asks
  printf '{\n  "segmentMs": 4000,\n  "segments": 6,\n  "clips": ['
  separator=''
  for clip in $CLIPS; do
    version=$(cat clips/"$clip"/*/* | sha256sum | cut -c 1-8)
    printf '%s\n    {\n      "slug": "%s",\n      "version": "%s",\n      "renditions": [' "$separator" "$clip" "$version"
    separator=','
    comma=''
    printf '%s\n' "$RENDITIONS" | while read -r name width height _ _ level; do
      largest=$(stat -c %s clips/"$clip"/"$name"/*.m4s | sort -n | tail -n 1)
      printf '%s\n        { "name": "%s", "width": %s, "height": %s, "codecs": "avc1.4d40%02x,mp4a.40.2", "bandwidth": %s }' "$comma" "$name" "$width" "$height" "$level" "$((largest * 2))"
      comma=','
    done
    printf '\n      ]\n    }'
  done
  printf '\n  ]\n}\n'
}

CLIPS='aurora cells julia orbits plankton spectrum tide waves'
for clip in ${*:-$CLIPS}; do
  picture=$($clip)
  encode "$clip" "$picture"
done
index >clips/index.json
